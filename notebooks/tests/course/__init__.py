"""What a test run has no time for: each notebook with several seeds and on both data, and each of its mutants. Knows nothing of pytest."""
