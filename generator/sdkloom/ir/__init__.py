"""What an API is: frozen data without a language in it."""
