"""Decisions computed from records: money, time, who may read what. Pure; now is a parameter."""
