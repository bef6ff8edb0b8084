// The module ModelZoo.
