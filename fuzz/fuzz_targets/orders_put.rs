//! An order as a shop puts it to its address.
#![no_main]

fuzz::target!(|body| fuzz::hooks::put(body));
