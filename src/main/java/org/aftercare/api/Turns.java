package org.aftercare.api;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets work under the same name take turns within this process. */
final class Turns {

  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  <T> T take(String name, Supplier<T> work) {
    Turn turn =
        turns.compute(
            name,
            (n, present) -> {
              Turn mine = present == null ? new Turn() : present;
              mine.interested++;
              return mine;
            });
    turn.lock.lock();
    try {
      return work.get();
    } finally {
      turn.lock.unlock();
      turns.computeIfPresent(name, (n, present) -> --present.interested == 0 ? null : present);
    }
  }

  /** The count is only touched within the map's atomic operations. */
  private static final class Turn {
    private final ReentrantLock lock = new ReentrantLock();
    private int interested;
  }
}
