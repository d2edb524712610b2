//! Ship24's webhooks.
#![no_main]

use shared::hooks::HookSource;

fuzz::target!(|body| fuzz::hooks::check(HookSource::Ship24, body));
