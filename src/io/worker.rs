//! Named worker threads between two bounded queues, with results in the order of the jobs or as they come.

use std::{
    collections::BTreeMap,
    num::NonZeroUsize,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Mutex, PoisonError,
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
};

/// Jobs that may be under way for each thread: enough to keep it busy, few enough to hold in memory.
const JOBS_PER_THREAD: usize = 8;

/// Deep pages are walked by recursion in the HTML parser; its depth is capped, but not below this.
const STACK_BYTES: usize = 16 << 20;

/// In which order results are handed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// As the jobs stand, whatever the threads do.
    OfJobs,
    /// As they are done.
    AsDone,
}

/// How many threads the machine bears.
pub fn n_threads() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Does `work` for each job on `n_threads` threads, and hands the results to `each` on this one.
///
/// Jobs are taken only as fast as results are handed over, so neither queue grows. When `each` breaks off, no
/// further job is begun. Where no thread can be started, this thread does the work.
pub fn run<J: Send, R: Send>(
    jobs: impl Iterator<Item = J> + Send,
    n_threads: NonZeroUsize,
    order: Order,
    work: impl Fn(J) -> R + Sync,
    each: impl FnMut(R) -> ControlFlow<()>,
) {
    let n_tickets = n_threads.get() * JOBS_PER_THREAD;
    let (job_sender, job_receiver) = sync_channel(n_tickets);
    let (result_sender, result_receiver) = sync_channel(n_tickets);
    let (ticket_sender, ticket_receiver) = sync_channel(n_tickets);
    for () in std::iter::repeat_n((), n_tickets) {
        if ticket_sender.try_send(()).is_err() {
            break;
        }
    }
    let job_receiver = Mutex::new(job_receiver);
    let (job_receiver, work) = (&job_receiver, &work);
    thread::scope(|scope| {
        let feed = move || feed(jobs, &ticket_receiver, &job_sender);
        // Without a thread there is no memory left for anything: nothing is done, and nothing is lost.
        let is_fed = thread::Builder::new().name("feeder".to_owned()).spawn_scoped(scope, feed).is_ok();
        for number in 1..=n_threads.get() {
            let results = result_sender.clone();
            let reader = move || serve(job_receiver, &results, work);
            let builder = thread::Builder::new().name(format!("reader-{number}")).stack_size(STACK_BYTES);
            let is_started = builder.spawn_scoped(scope, reader).is_ok();
            if !is_started || !is_fed {
                break;
            }
        }
        drop(result_sender);
        hand_over(&result_receiver, &ticket_sender, order, each);
        drop((result_receiver, ticket_sender));
    });
}

/// Does `work`, and turns a panic into an error: a defect costs one article, not all.
pub fn guarded<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|cause| {
        let message = cause.downcast_ref::<&str>().map(|message| (*message).to_owned());
        message.or_else(|| cause.downcast_ref::<String>().cloned()).unwrap_or_else(|| "unknown".to_owned())
    })
}

/// Numbers the jobs, and sends each when there is a ticket for it.
fn feed<J>(jobs: impl Iterator<Item = J>, tickets: &Receiver<()>, sender: &SyncSender<(usize, J)>) {
    for job in jobs.enumerate() {
        if tickets.recv().is_err() || sender.send(job).is_err() {
            return;
        }
    }
}

/// One worker's life.
fn serve<J, R>(jobs: &Mutex<Receiver<(usize, J)>>, results: &SyncSender<(usize, R)>, work: &impl Fn(J) -> R) {
    loop {
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((index, job)) = job else { return };
        if results.send((index, work(job))).is_err() {
            return;
        }
    }
}

/// Hands the results over, each with a ticket for the next job.
fn hand_over<R>(
    results: &Receiver<(usize, R)>,
    tickets: &SyncSender<()>,
    order: Order,
    mut each: impl FnMut(R) -> ControlFlow<()>,
) {
    let mut waiting = BTreeMap::new();
    let mut next = 0;
    for (index, result) in results {
        waiting.insert(index, result);
        loop {
            let ready = match order {
                Order::OfJobs => waiting.remove(&next),
                Order::AsDone => waiting.pop_first().map(|(_, result)| result),
            };
            let Some(ready) = ready else { break };
            next += 1;
            if each(ready).is_break() {
                return;
            }
            // The feeder may have ended; then nobody waits for the ticket.
            let _is_fed = tickets.try_send(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn squares(order: Order, n_threads: usize) -> Vec<u64> {
        let mut results = Vec::new();
        let n_threads = NonZeroUsize::new(n_threads).unwrap();
        run(
            0..1000_u64,
            n_threads,
            order,
            |n| n * n,
            |square| {
                results.push(square);
                ControlFlow::Continue(())
            },
        );
        results
    }

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        let wanted: Vec<u64> = (0..1000).map(|n| n * n).collect();
        for n_threads in [1, 2, 7] {
            assert_eq!(squares(Order::OfJobs, n_threads), wanted);
            let mut results = squares(Order::AsDone, n_threads);
            results.sort_unstable();
            assert_eq!(results, wanted);
        }
    }

    #[test]
    fn breaking_off_ends_an_endless_run() {
        let mut n_done = 0;
        run(
            0_u64..,
            NonZeroUsize::new(3).unwrap(),
            Order::OfJobs,
            |n| n,
            |_| {
                n_done += 1;
                if n_done == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            },
        );
        assert_eq!(n_done, 10);
    }

    #[test]
    fn a_panic_is_an_error_with_its_words() {
        let result: Result<(), String> = guarded(|| assert!(std::hint::black_box(false), "out of cheese"));
        assert_eq!(result, Err("out of cheese".to_owned()));
    }
}
