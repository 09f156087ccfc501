"""Mutations of real traffic, by the ten thousand, against a real kernel."""
