package org.asterism.language.library.concurrent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.Exchanger;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RunnableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.TransferQueue;
import org.asterism.language.library.Covers;
import org.asterism.language.library.Outcome;

/** Queues that block, and synchronizers. */
@Covers({ArrayBlockingQueue.class, BlockingDeque.class, BlockingQueue.class, BrokenBarrierException.class, CancellationException.class, CountDownLatch.class, CyclicBarrier.class,
    DelayQueue.class, Delayed.class, Exchanger.class, ExecutionException.class, Future.class, FutureTask.class, LinkedBlockingDeque.class, LinkedBlockingQueue.class,
    LinkedTransferQueue.class, Phaser.class, PriorityBlockingQueue.class, RunnableFuture.class, Semaphore.class, SynchronousQueue.class, TimeoutException.class, TransferQueue.class})
public final class Blocking {
    private Blocking() {}

    /** Something whose time has come when its number is not positive. */
    private record Due(int number) implements Delayed {
        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(number, TimeUnit.HOURS);
        }

        @Override
        public int compareTo(Delayed other) {
            return Integer.compare(number, ((Due) other).number);
        }
    }

    /** Runs. */
    public static void main(String[] arguments) throws Exception {
        for (BlockingQueue<Integer> queue : List.of(new ArrayBlockingQueue<Integer>(5), new ArrayBlockingQueue<Integer>(5, true), new LinkedBlockingQueue<Integer>(5), new LinkedBlockingDeque<Integer>(5), new PriorityBlockingQueue<Integer>(),
                new LinkedTransferQueue<Integer>())) {
            alone(queue);
            between(queue);
        }
        between(new SynchronousQueue<>());
        between(new SynchronousQueue<>(true));
        deques();
        special();
        latches();
        futures();
        phases();
    }

    private static void alone(BlockingQueue<Integer> queue) throws InterruptedException {
        Outcome.show(queue.getClass().getSimpleName(), queue.poll(1, TimeUnit.MICROSECONDS), queue.offer(3), queue.offer(1, 1, TimeUnit.MICROSECONDS), queue.remainingCapacity(), queue.peek(), queue.contains(1));
        for (int i = 0; i < 3; i++) {
            queue.put(10 - i);
        }
        boolean bounded = queue.remainingCapacity() == 0;
        Outcome.show("full", queue, bounded && queue.offer(9), bounded && queue.offer(9, 1, TimeUnit.MICROSECONDS));
        if (bounded) {
            Outcome.run("add", () -> queue.add(9));
        }
        List<Integer> drained = new ArrayList<>();
        Outcome.show("drained", queue.drainTo(drained, 2), drained, queue.take(), queue.remove(8), queue.drainTo(drained), drained, queue);
        Outcome.run("null", () -> queue.put(null));
        Outcome.run("self", () -> queue.drainTo(queue));
        Outcome.run("remove", queue::remove);
        Outcome.run("element", queue::element);
        queue.add(4);
        queue.removeIf(x -> x == 4);
        queue.clear();
        Outcome.show("cleared", queue.toArray(), queue.size(), queue.iterator().hasNext());
    }

    private static void between(BlockingQueue<Integer> queue) throws InterruptedException {
        List<Integer> taken = Collections.synchronizedList(new ArrayList<>());
        Thread[] threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            int side = i;
            threads[i] = new Thread(() -> move(queue, taken, side));
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Collections.sort(taken);
        Outcome.show("moved", taken.size(), taken.hashCode(), queue.size());
    }

    private static void move(BlockingQueue<Integer> queue, List<Integer> taken, int side) {
        try {
            for (int i = 0; i < 100; i++) {
                if (side % 2 == 0) {
                    queue.put(side * 1000 + i);
                } else {
                    taken.add(queue.take());
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void deques() throws InterruptedException {
        BlockingDeque<Integer> deque = new LinkedBlockingDeque<>(3);
        deque.putFirst(1);
        deque.putLast(2);
        Outcome.show("deque", deque.offerFirst(0), deque.offerLast(3), deque.offerFirst(4, 1, TimeUnit.MICROSECONDS), deque, deque.takeLast(), deque.takeFirst(), deque.pollFirst(1, TimeUnit.MICROSECONDS), deque.pollLast(1, TimeUnit.MICROSECONDS), deque.pollLast());
        Outcome.run("pop", deque::pop);
        deque.addAll(List.of(1, 2, 3));
        Outcome.run("addFirst", () -> deque.addFirst(9));
        Outcome.show("descending", deque.descendingIterator().next(), deque.removeLastOccurrence(2), deque);
        Outcome.run("capacity", () -> new LinkedBlockingDeque<>(0));
    }

    private static void special() throws InterruptedException {
        DelayQueue<Due> delayed = new DelayQueue<>();
        delayed.add(new Due(5));
        delayed.add(new Due(-2));
        delayed.add(new Due(0));
        Outcome.show("delayed", delayed.size(), delayed.poll(), delayed.take(), delayed.poll(), delayed.peek(), delayed.poll(1, TimeUnit.MILLISECONDS), delayed.remove(new Due(5)));
        TransferQueue<String> transfer = new LinkedTransferQueue<>();
        Thread taker = new Thread(() -> {
            try {
                Outcome.show("taken", transfer.take());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        Outcome.show("transfer", transfer.tryTransfer("nobody"), transfer.hasWaitingConsumer(), transfer.tryTransfer("nobody", 1, TimeUnit.MILLISECONDS));
        taker.start();
        transfer.transfer("somebody");
        taker.join();
        Exchanger<String> exchanger = new Exchanger<>();
        Outcome.run("alone", () -> exchanger.exchange("x", 1, TimeUnit.MILLISECONDS));
        String[] got = new String[1];
        Thread partner = new Thread(() -> {
            try {
                got[0] = exchanger.exchange("from partner");
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        partner.start();
        String mine = exchanger.exchange("from main");
        partner.join();
        Outcome.show("exchanged", mine, got);
    }

    private static void latches() throws Exception {
        CountDownLatch latch = new CountDownLatch(2);
        Outcome.show("latch", latch.getCount(), latch.await(1, TimeUnit.MILLISECONDS));
        new Thread(latch::countDown).start();
        latch.countDown();
        latch.await();
        latch.countDown();
        Outcome.show("open", latch.getCount());
        Semaphore semaphore = new Semaphore(2, true);
        semaphore.acquire();
        Outcome.show("semaphore", semaphore.availablePermits(), semaphore.tryAcquire(2), semaphore.tryAcquire(1, 1, TimeUnit.MILLISECONDS), semaphore.tryAcquire(), semaphore.drainPermits(), semaphore.isFair(), semaphore.hasQueuedThreads());
        new Thread(() -> semaphore.release(3)).start();
        semaphore.acquireUninterruptibly(3);
        Outcome.run("negative", () -> semaphore.release(-1));
        CyclicBarrier barrier = new CyclicBarrier(2, () -> Outcome.show("all there"));
        Thread other = new Thread(() -> Outcome.of(barrier::await));
        other.start();
        barrier.await();
        other.join();
        Outcome.show("barrier", barrier.getParties(), barrier.getNumberWaiting(), barrier.isBroken());
        Outcome.run("late", () -> barrier.await(1, TimeUnit.MILLISECONDS));
        Outcome.run("broken", barrier::await);
        barrier.reset();
        Outcome.show("reset", barrier.isBroken(), new BrokenBarrierException("b"), new TimeoutException("t"));
    }

    private static void futures() throws Exception {
        FutureTask<Integer> task = new FutureTask<>(() -> 42);
        Future<Integer> future = task;
        RunnableFuture<Integer> runnable = task;
        Outcome.run("early", () -> future.get(1, TimeUnit.MILLISECONDS));
        new Thread(runnable).start();
        Outcome.show("future", future.get(), future.isDone(), future.isCancelled(), future.cancel(true), task.toString().contains("Completed"));
        FutureTask<Integer> failing = new FutureTask<>(() -> {
            throw new IllegalStateException("inside");
        });
        failing.run();
        Outcome.run("failed", failing::get);
        FutureTask<String> cancelled = new FutureTask<>(() -> { }, "result");
        Outcome.show("cancelled", cancelled.cancel(false), cancelled.isCancelled());
        cancelled.run();
        Outcome.run("get", cancelled::get);
        Outcome.show("exceptions", new CancellationException("c"), new ExecutionException("e", new Error("cause")).getCause());
    }

    private static void phases() throws InterruptedException {
        Phaser phaser = new Phaser(1);
        Outcome.show("phaser", phaser.register(), phaser.getPhase(), phaser.getRegisteredParties(), phaser.arrive(), phaser.getArrivedParties());
        Thread other = new Thread(phaser::arriveAndDeregister);
        other.start();
        phaser.awaitAdvance(0);
        other.join();
        Outcome.show("advanced", phaser.getPhase(), phaser.arriveAndAwaitAdvance(), phaser.isTerminated(), phaser.arriveAndDeregister(), phaser.isTerminated(), phaser.getPhase() < 0);
    }
}
