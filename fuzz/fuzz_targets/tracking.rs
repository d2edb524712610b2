//! The tracking endpoint that any sender may use.
#![no_main]

use shared::hooks::HookSource;

fuzz::target!(|body| fuzz::hooks::check(HookSource::Tracking, body));
