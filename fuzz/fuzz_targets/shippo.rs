//! Shippo's webhooks.
#![no_main]

use shared::hooks::HookSource;

fuzz::target!(|body| fuzz::hooks::check(HookSource::Shippo, body));
