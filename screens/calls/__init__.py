"""The call that ends a job, on the screen."""
