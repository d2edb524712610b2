//! Pages of `WooCommerce`'s orders.
#![no_main]

fuzz::target!(|body| fuzz::polls::woocommerce(body));
