package org.aftercare.bench;

import java.time.Duration;

/**
 * What some claims took.
 *
 * @param toTheEnd until the last case was closed
 * @param toTheLastMessage until, besides, everybody had been told
 * @param cpu of the contestant's process, until the last message
 * @param systemsCpu of the other systems' process
 * @param postgresCpu of the database server
 */
record Figures(
    int claims,
    Duration toTheEnd,
    Duration toTheLastMessage,
    Duration cpu,
    Duration systemsCpu,
    Duration postgresCpu) {

  static final Figures NONE =
      new Figures(0, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  Figures plus(Figures other) {
    return new Figures(
        claims + other.claims,
        toTheEnd.plus(other.toTheEnd),
        toTheLastMessage.plus(other.toTheLastMessage),
        cpu.plus(other.cpu),
        systemsCpu.plus(other.systemsCpu),
        postgresCpu.plus(other.postgresCpu));
  }

  double claimsPerSecond() {
    return claims * 1_000.0 / toTheEnd.toMillis();
  }

  double claimsToldPerSecond() {
    return claims * 1_000.0 / toTheLastMessage.toMillis();
  }

  double cpuMillisPerClaim() {
    return cpu.toMillis() / (double) claims;
  }

  double systemsMillisPerClaim() {
    return systemsCpu.toMillis() / (double) claims;
  }

  double postgresMillisPerClaim() {
    return postgresCpu.toMillis() / (double) claims;
  }
}
