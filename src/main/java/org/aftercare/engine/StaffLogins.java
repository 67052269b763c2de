package org.aftercare.engine;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Members of staff as the engine knows them. */
public interface StaffLogins {

  /** The group whose members may do everything. */
  String ADMINISTRATORS = "camunda-admin";

  /**
   * Checks a password. The engine slows down and in the end locks a user whose password is guessed;
   * a locked user is refused like a wrong password.
   *
   * @return the ids of the user's groups, or empty if the login is refused
   */
  Optional<Set<String>> check(String userId, String password);

  /** Who is logged in to Tasklist, Cockpit or Admin in that session, as long as the user exists. */
  Optional<Login> webappLogin(HttpSession session);

  /**
   * Whether that is the token which protects the session's user against forged requests. The web
   * applications have it in their cookie {@code XSRF-TOKEN}.
   */
  boolean isForgeryToken(HttpSession session, String token);

  /** Whether the engine lets that user deploy models. */
  boolean mayDeploy(Login login);

  /** Does something with the rights that the engine gives to that user, and no others. */
  void as(Login login, Work work) throws IOException, ServletException;

  /**
   * @param groups the ids of the user's groups
   */
  record Login(String userId, Set<String> groups) {

    public Login {
      groups = Set.copyOf(groups);
    }
  }

  /** What is done as a user. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException, ServletException;
  }
}
