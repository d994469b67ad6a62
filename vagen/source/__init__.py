"""Text files become records that know where they came from. The only room that reads them."""
