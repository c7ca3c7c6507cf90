"""Reports that contradict each other: both claims with their sentences, and no verdict."""
