"""Git, for someone who does not know it: save and undo. No build ever comes here."""
