"""Days, hours and lengths of time, each with its deed; and which of two deeds came first."""
