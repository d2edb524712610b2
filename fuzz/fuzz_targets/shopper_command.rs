//! Frames of shoppers.
#![no_main]

fuzz::target!(|frame| fuzz::frames::shopper(frame));
