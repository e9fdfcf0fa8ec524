"""Pure decisions: values in, values out; knows no file, clock, SQL, toolkit, randomness or wording."""
