"""Hostile content: payloads and faults as data, desks that hold them, and a judge of what was published."""
