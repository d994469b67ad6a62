"""What gets made: one file a kind of page, its view and its planner."""
