//! Frames of agents.
#![no_main]

fuzz::target!(|frame| fuzz::frames::agent(frame));
