"""What went wrong, in words for the person at the terminal: never a stack trace."""


class Problem(Exception):
    """Something is missing or unfit. The message says what, and what to do next."""
