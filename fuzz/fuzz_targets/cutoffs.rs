//! The merchant's cut-offs.
#![no_main]

fuzz::target!(|body| fuzz::cutoffs::check(body));
