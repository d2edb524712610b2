//! Signals whose machine code doesn't depend on what is in them.
//!
//! Leptos makes its whole reactive graph anew for each type that a signal holds: some ten thousand
//! bytes a type. Here all signals hold boxes, and share the code of one; what is left for each type is
//! to look into its box. They are used as those of Leptos are.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;

use leptos::prelude::{Effect, Read, ReadUntracked, Set, Track, Write};
use leptos::reactive::computed::Memo as MemoOfBox;
use leptos::reactive::signal::RwSignal as SignalOfBox;

/// What a signal holds.
type AnyBox = Box<dyn Any + Send + Sync>;

/// A value that whoever reads it follows. A copy is the same signal.
pub struct RwSignal<T> {
    signal: SignalOfBox<AnyBox>,
    holds: PhantomData<fn() -> T>,
}

/// What is worked out from signals, and is followed where it becomes another. A copy is the same memo.
pub struct Memo<T> {
    memo: MemoOfBox<AnyBox>,
    holds: PhantomData<fn() -> T>,
}

impl<T> Copy for RwSignal<T> {}

impl<T> Clone for RwSignal<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync + 'static> RwSignal<T> {
    /// A signal with its first value.
    pub fn new(value: T) -> Self {
        Self {
            signal: signal(Box::new(value)),
            holds: PhantomData,
        }
    }

    /// Reads the value, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(inside(&followed(self.signal)))
    }

    /// Reads the value as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(inside(&seen(self.signal)))
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        track(self.signal);
    }

    /// Changes the value and tells whoever follows it. A signal that is gone stays as it was.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.try_update(change);
    }

    /// Changes the value and tells whoever follows it; `None` where the signal is gone.
    pub fn try_update<U>(self, change: impl FnOnce(&mut T) -> U) -> Option<U> {
        let (mut change, mut told) = (Some(change), None);
        write(self.signal, &mut |value| {
            told = change.take().map(|change| change(inside_mut(value)));
        });
        told
    }

    /// Puts another value in the place of the one before.
    pub fn set(self, value: T) {
        put(self.signal, Box::new(value));
    }
}

impl<T: Clone + Send + Sync + 'static> RwSignal<T> {
    /// The value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }

    /// The value as it is now; `None` where the signal is gone.
    pub fn try_get_untracked(self) -> Option<T> {
        let value = seen_if_there(self.signal)?;
        Some(inside::<T>(&value).clone())
    }
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// A memo of what `make` makes, which is given what it made before.
    pub fn new(make: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let make = move |before: Option<AnyBox>| {
            let before = before.as_ref().map(inside);
            let now = make(before);
            let changed = before != Some(&now);
            (Box::new(now) as AnyBox, changed)
        };
        Self {
            memo: memo(Box::new(make)),
            holds: PhantomData,
        }
    }

    /// Reads the value, and follows it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(inside(&followed_memo(self.memo)))
    }

    /// Reads the value as it is now.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(inside(&seen_memo(self.memo)))
    }

    /// Follows the value without reading it.
    pub fn track(self) {
        track_memo(self.memo);
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// The value, which is followed.
    pub fn get(self) -> T {
        self.with(T::clone)
    }

    /// The value as it is now.
    pub fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// Does something now, and again whenever a signal that it has read changes.
pub fn effect(act: impl FnMut() + 'static) {
    run(Box::new(act));
}

#[inline(never)]
fn run(act: Box<dyn FnMut()>) {
    Effect::new(act);
}

fn inside<T: 'static>(value: &AnyBox) -> &T {
    (**value)
        .downcast_ref()
        .expect("a signal holds what it was made for")
}

fn inside_mut<T: 'static>(value: &mut AnyBox) -> &mut T {
    (**value)
        .downcast_mut()
        .expect("a signal holds what it was made for")
}

#[inline(never)]
fn signal(value: AnyBox) -> SignalOfBox<AnyBox> {
    SignalOfBox::new(value)
}

#[inline(never)]
fn followed(signal: SignalOfBox<AnyBox>) -> impl Deref<Target = AnyBox> {
    signal.read()
}

#[inline(never)]
fn seen(signal: SignalOfBox<AnyBox>) -> impl Deref<Target = AnyBox> {
    signal.read_untracked()
}

#[inline(never)]
fn seen_if_there(signal: SignalOfBox<AnyBox>) -> Option<impl Deref<Target = AnyBox>> {
    signal.try_read_untracked()
}

#[inline(never)]
fn write(signal: SignalOfBox<AnyBox>, change: &mut dyn FnMut(&mut AnyBox)) {
    if let Some(mut value) = signal.try_write() {
        change(&mut value);
    }
}

#[inline(never)]
fn put(signal: SignalOfBox<AnyBox>, value: AnyBox) {
    signal.set(value);
}

#[inline(never)]
fn track(signal: SignalOfBox<AnyBox>) {
    signal.track();
}

type Make = dyn Fn(Option<AnyBox>) -> (AnyBox, bool) + Send + Sync;

#[inline(never)]
fn memo(make: Box<Make>) -> MemoOfBox<AnyBox> {
    MemoOfBox::new_owning(make)
}

#[inline(never)]
fn followed_memo(memo: MemoOfBox<AnyBox>) -> impl Deref<Target = AnyBox> {
    memo.read()
}

#[inline(never)]
fn seen_memo(memo: MemoOfBox<AnyBox>) -> impl Deref<Target = AnyBox> {
    memo.read_untracked()
}

#[inline(never)]
fn track_memo(memo: MemoOfBox<AnyBox>) {
    memo.track();
}
