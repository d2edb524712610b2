//! What must hold whatever comes in: one check for each kind of decoder, which the targets run.
//!
//! A check panics where something does not hold. That nothing else panics, overflows or takes too
//! much memory or time goes without saying.

pub mod cutoffs;
pub mod followed;
pub mod frames;
pub mod hooks;
pub mod mutation;
pub mod polls;

use shared::time::Timestamp;

pub use libfuzzer_sys;

/// When everything happens: 2026-12-18T10:00:00Z.
const NOW: Timestamp = Timestamp(1_797_588_000_000);

/// Makes a program of a check: `|body| check(body)`, where `body` is what came in.
#[macro_export]
macro_rules! target {
    (|$body:ident| $check:expr) => {
        $crate::libfuzzer_sys::fuzz_target!(|$body: &[u8]| $check);

        $crate::libfuzzer_sys::fuzz_mutator!(|data: &mut [u8],
                                              size: usize,
                                              max_size: usize,
                                              seed: u32| {
            $crate::mutation::mutate(data, size, max_size, seed)
        });
    };
}
