package org.aftercare.api;

import java.util.function.Supplier;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Takes the caller from what the security chain found out. */
@Component
class SecurityContextCaller implements CurrentCaller {

  @Override
  public Caller get() {
    Authentication login = SecurityContextHolder.getContext().getAuthentication();
    if (login != null && login.getPrincipal() instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("Nobody has logged in for this request.");
  }

  @Override
  public void requireMaySee(String ownerCustomerId, Supplier<ProblemException> notFound) {
    if (!get().maySeeCustomer(ownerCustomerId)) {
      throw notFound.get();
    }
  }
}
