// The module Charts.
