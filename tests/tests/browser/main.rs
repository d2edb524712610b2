//! The whole of Grelot in Chromium, as shoppers, merchants and agents meet it.
//!
//! Pictures of every step are kept in `target/screenshots`.

mod access;
mod amends;
mod choices;
mod crowded;
mod english;
mod examples;
mod foreign_text;
mod heard;
mod hijack;
mod hostile;
mod identity;
mod labels;
mod learner;
mod left_alone;
mod lines;
mod manners;
mod mentions;
mod newcomer;
mod overview;
mod owners;
mod painted;
mod parcels;
mod phone;
mod policies;
mod recommending;
mod report;
mod restart;
mod search;
mod season;
mod service;
mod shift;
mod staff;
mod states;
mod story;
mod tabs;
mod templates;
mod trouble;
mod waiting;
mod zoomed;
