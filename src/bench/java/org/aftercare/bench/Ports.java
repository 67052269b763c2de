package org.aftercare.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Free ports; each is held until all have been found, so that none is found twice. */
final class Ports {

  private final List<Integer> free = new ArrayList<>();

  Ports(int wanted) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      ServerSocket socket = new ServerSocket(0);
      held.add(socket);
      free.add(socket.getLocalPort());
    }
    for (ServerSocket socket : held) {
      socket.close();
    }
  }

  int next() {
    return free.remove(free.size() - 1);
  }
}
