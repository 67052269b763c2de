package org.aftercare.sandbox;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep a JVM alive. */
class Daemons {

  private Daemons() {}

  static ThreadFactory named(String name) {
    return work -> {
      Thread thread = new Thread(work, name);
      thread.setDaemon(true);
      return thread;
    };
  }
}
