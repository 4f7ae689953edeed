"""The commands, by what they are for: taking in, asking, and describing the house itself."""
