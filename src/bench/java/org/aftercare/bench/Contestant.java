package org.aftercare.bench;

import java.io.IOException;
import java.time.Duration;

/** A server that takes claims to their end. */
interface Contestant extends AutoCloseable {

  String name();

  /** Waits until it serves. */
  Duration awaitStart() throws InterruptedException;

  /** Posts the claim for the order of that index, over HTTP. */
  void post(int index) throws IOException, InterruptedException;

  /** The carrier has delivered the replacement of that case. */
  void deliver(String caseNumber) throws IOException, InterruptedException;

  /** Where the engine's tables are. */
  String databaseUrl();

  /**
   * Counts, in its database, what has still to happen for claims that are closed already; 0 when
   * everybody has been told.
   */
  String unfinishedQuery();

  /** CPU time of its process; the client that posts is another one. */
  Duration cpu();

  /** CPU time of the other systems' process. */
  Duration systemsCpu();

  long residentMegabytes();

  @Override
  void close();
}
