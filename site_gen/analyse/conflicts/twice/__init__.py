"""What two reports of one story tell twice, and tell differently: their sentences are aligned, and their slots compared."""
