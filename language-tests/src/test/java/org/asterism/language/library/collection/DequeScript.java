package org.asterism.language.library.collection;

import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.asterism.language.library.Outcome;

/** What every {@link Queue} and every {@link Deque} must do. */
final class DequeScript {
    private final String name;
    private final Supplier<? extends Queue<Integer>> maker;

    DequeScript(String name, Supplier<? extends Queue<Integer>> maker) {
        this.name = name;
        this.maker = maker;
    }

    void run() {
        queue();
        if (maker.get() instanceof Deque<Integer> deque) {
            Outcome.run("deque", () -> deque(deque)); // some lists let a null in
            randomDeque();
        }
    }

    private void queue() {
        Queue<Integer> queue = maker.get();
        Outcome.show(name + " empty", queue, queue.peek(), queue.poll(), queue.isEmpty(), queue.size());
        Outcome.print("remove", queue::remove);
        Outcome.print("element", queue::element);
        Outcome.run("null", () -> queue.add(null));
        Outcome.run("null", () -> queue.offer(null));
        for (int i = 0; i < 20; i++) {
            queue.add(i * 7 % 23);
        }
        Outcome.show("filled", queue, queue.size(), queue.peek(), queue.element(), queue.contains(7), queue.contains(99), queue.contains(null));
        Outcome.show("removed", queue.remove((Object) 7), queue.remove((Object) 99), queue.remove(), queue.poll(), queue);
        Outcome.show("toArray", queue.toArray(), queue.toArray(new Integer[0]).length, queue.toArray(new Integer[30])[queue.size()]);
        Outcome.show("bulk", queue.removeIf(x -> x > 15), queue.removeAll(List.of(1, 2, 3)), queue.retainAll(List.of(4, 5, 6, 9, 10, 11)), queue.addAll(List.of(2, 1)), queue);
        Iterator<Integer> iterator = queue.iterator();
        StringBuilder seen = new StringBuilder();
        Outcome.run("early remove", iterator::remove);
        while (iterator.hasNext()) {
            int value = iterator.next();
            seen.append(value).append(' ');
            if (value % 2 == 0) {
                iterator.remove();
            }
        }
        Outcome.print("exhausted", iterator::next);
        Outcome.show("iterated", seen, queue);
        queue.forEach(seen::append);
        Outcome.run("addAll null", () -> queue.addAll(null));
        Outcome.run("addAll self", () -> queue.addAll(queue));
        queue.clear();
        Outcome.show("cleared", seen, queue, queue.poll());
        long sum = 0;
        for (int i = 0; i < 100_000; i++) {
            queue.add(i * 31 & 0xFFFF);
            if (i % 3 == 2) {
                sum = sum * 31 + queue.remove();
            }
        }
        Outcome.show("stressed", sum, queue.size(), queue.peek());
    }

    private void deque(Deque<Integer> deque) {
        Outcome.show("ends", deque.peekFirst(), deque.peekLast(), deque.pollFirst(), deque.pollLast());
        Outcome.print("getFirst", deque::getFirst);
        Outcome.print("getLast", deque::getLast);
        Outcome.print("removeFirst", deque::removeFirst);
        Outcome.print("removeLast", deque::removeLast);
        Outcome.print("pop", deque::pop);
        Outcome.run("addFirst null", () -> deque.addFirst(null));
        Outcome.run("offerLast null", () -> deque.offerLast(null));
        deque.removeIf(x -> x == null);
        for (int i = 0; i < 9; i++) {
            deque.addFirst(i);
            deque.addLast(i);
        }
        Outcome.show("both", deque, deque.offerFirst(40), deque.offerLast(41), deque.getFirst(), deque.getLast(), deque.peekFirst(), deque.peekLast());
        Outcome.show("occurrences", deque.removeFirstOccurrence(3), deque.removeLastOccurrence(3), deque.removeFirstOccurrence(3), deque.removeLastOccurrence(null), deque);
        deque.push(50);
        Outcome.show("stack", deque.pop(), deque.removeFirst(), deque.removeLast(), deque.pollFirst(), deque.pollLast(), deque);
        StringBuilder down = new StringBuilder();
        Iterator<Integer> descending = deque.descendingIterator();
        Outcome.run("early remove", descending::remove);
        while (descending.hasNext()) {
            int value = descending.next();
            down.append(value).append(' ');
            if (value % 3 == 0) {
                descending.remove();
            }
        }
        Outcome.show("descending", down, deque);
        Outcome.run("modified", () -> {
            for (Integer each : deque) {
                deque.addLast(each + 100);
                if (deque.size() > 40) {
                    break;
                }
            }
        });
        Outcome.show("then", deque);
    }

    private void randomDeque() {
        Deque<Integer> deque = (Deque<Integer>) maker.get();
        List<Integer> model = new ArrayList<>();
        long state = 99;
        int hash = 0;
        for (int i = 0; i < 20_000; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            switch ((int) (state >>> 61)) {
                case 0, 1 -> {
                    deque.addFirst(i);
                    model.add(0, i);
                }
                case 2, 3 -> {
                    deque.offerLast(i);
                    model.add(i);
                }
                case 4, 5 -> hash = hash * 31 + (model.isEmpty() ? 0 : deque.removeFirst() - model.remove(0));
                case 6 -> hash = hash * 31 + (model.isEmpty() ? 0 : deque.pollLast() - model.remove(model.size() - 1));
                default -> hash = hash * 31 + (deque.remove((Object) (i / 2)) == model.remove((Object) (i / 2)) ? 0 : 1);
            }
        }
        Outcome.show("random", hash, deque.size(), new ArrayList<>(deque).equals(model));
    }
}
