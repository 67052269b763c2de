package org.aftercare.notifications;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Keeps what it was given to send; fails as told. */
final class RecordingChannel implements DeliveryChannel {

  private final Channel channel;
  private final List<OutgoingMessage> sent = new CopyOnWriteArrayList<>();
  private volatile Consumer<OutgoingMessage> before = message -> {};

  RecordingChannel(Channel channel) {
    this.channel = channel;
  }

  void before(Consumer<OutgoingMessage> action) {
    before = action;
  }

  List<OutgoingMessage> sent() {
    return List.copyOf(sent);
  }

  @Override
  public Channel channel() {
    return channel;
  }

  @Override
  public Duration timeLimit() {
    return Duration.ofSeconds(30);
  }

  @Override
  public void send(OutgoingMessage message) {
    before.accept(message);
    sent.add(message);
  }
}
