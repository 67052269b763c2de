package org.aftercare.engine.change;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.aftercare.engine.StaffLogins;
import org.springframework.stereotype.Component;

/** Has the engine do something with the rights of a person, and gives back what comes of it. */
@Component
class AsStaff {

  private final StaffLogins logins;

  AsStaff(StaffLogins logins) {
    this.logins = logins;
  }

  <T> T call(StaffLogins.Login login, Supplier<T> work) {
    AtomicReference<T> result = new AtomicReference<>();
    try {
      logins.as(login, () -> result.set(work.get()));
    } catch (IOException | ServletException e) {
      throw new IllegalStateException("Nothing is read or sent here", e);
    }
    return result.get();
  }
}
