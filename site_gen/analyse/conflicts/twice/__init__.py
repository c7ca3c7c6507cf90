"""What two reports of one story tell twice, and differently: sentences are aligned, and their slots compared."""
