"""Large files that somebody ordered: the orders, and the files while they are kept. `downloads` makes them."""
