"""Mixed use of one kernel for a long time: what a reader does, by chance; each answer is checked, and memory has to stay where it was."""
