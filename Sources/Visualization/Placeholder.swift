// The module Visualization.
