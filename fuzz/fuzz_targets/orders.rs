//! The endpoint for orders of any shop.
#![no_main]

use shared::hooks::HookSource;

fuzz::target!(|body| fuzz::hooks::check(HookSource::Orders, body));
