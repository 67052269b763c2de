package org.aftercare.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.aftercare.engine.StaffGroup;
import org.aftercare.engine.StaffLogins;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.autoconfigure.security.servlet.EndpointRequest;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The doors, one chain for each kind of visitor, in the order in which they are tried. What no
 * chain lets in stays outside.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityChains {

  private static final String NOTHING_TO_LOAD =
      "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
  private static final String OWN_PAGES =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none';"
          + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** Beside our own files only the styles that a diagram's elements carry themselves. */
  private static final String STAFF_PAGES =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final StaffAuthenticationProvider staff;
  private final StaffLogins logins;
  private final Refusals refusals;
  private final Problems problems;

  SecurityChains(
      StaffAuthenticationProvider staff, StaffLogins logins, Refusals refusals, Problems problems) {
    this.staff = staff;
    this.logins = logins;
    this.refusals = refusals;
    this.problems = problems;
  }

  /** Port 8081: health for the load balancer, everything else for operations. */
  @Bean
  @Order(1)
  SecurityFilterChain actuator(HttpSecurity http) throws Exception {
    http.securityMatcher(EndpointRequest.toAnyEndpoint())
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers(EndpointRequest.to(HealthEndpoint.class))
                    .permitAll()
                    .anyRequest()
                    .hasAnyAuthority(StaffGroup.OPERATIONS.id(), StaffLogins.ADMINISTRATORS));
    return staffLogin(withoutSession(http), NOTHING_TO_LOAD).build();
  }

  /** Our own API: the list of endpoints decides. */
  @Bean
  @Order(2)
  SecurityFilterChain api(
      HttpSecurity http,
      EndpointAuthorization endpoints,
      @Value("${aftercare.api.body-limit-bytes}") int bodyLimitBytes)
      throws Exception {
    http.securityMatcher(under("/api"))
        .addFilterAfter(new ForeignOriginFilter(problems), HeaderWriterFilter.class)
        .addFilterAfter(new BodyLimitFilter(problems, bodyLimitBytes), ForeignOriginFilter.class)
        .addFilterBefore(
            new WebappSessionFilter(logins, "/api/desk"), AnonymousAuthenticationFilter.class)
        .oauth2ResourceServer(
            customers ->
                customers
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(CustomerAuthentication::of))
                    .authenticationEntryPoint(refusals)
                    .accessDeniedHandler(refusals))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .anyRequest()
                    .access(endpoints));
    return staffLogin(withoutSession(http), NOTHING_TO_LOAD).build();
  }

  /** The engine's REST API: staff only, with the rights that the engine gives them. */
  @Bean
  @Order(3)
  SecurityFilterChain engineRest(HttpSecurity http) throws Exception {
    http.securityMatcher(under("/engine-rest"))
        .addFilterAfter(new ForeignOriginFilter(problems), HeaderWriterFilter.class)
        .addFilterAfter(new EngineRightsFilter(logins), AuthorizationFilter.class)
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    return staffLogin(withoutSession(http), NOTHING_TO_LOAD).build();
  }

  /**
   * The pages for people who change the processes, with what they are drawn with: staff only, who
   * need not log in again if they have in Cockpit or Tasklist.
   */
  @Bean
  @Order(4)
  SecurityFilterChain staffPages(
      HttpSecurity http, EndpointAuthorization endpoints, PageRefusals pageRefusals)
      throws Exception {
    withoutSession(http)
        .securityMatchers(
            matchers ->
                matchers.requestMatchers(
                    under("/models"), under("/vendor"), under("/webjars/picocss__pico")))
        .addFilterAfter(new ForeignOriginFilter(problems), HeaderWriterFilter.class)
        .addFilterBefore(
            new WebappSessionFilter(logins, "/models", "/vendor", "/webjars"),
            AnonymousAuthenticationFilter.class)
        .authenticationProvider(staff)
        .httpBasic(basic -> basic.authenticationEntryPoint(pageRefusals))
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(pageRefusals).accessDeniedHandler(pageRefusals))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(
                        HttpMethod.GET, "/models/assets/**", "/vendor/**", "/webjars/**")
                    .authenticated()
                    .anyRequest()
                    .access(endpoints));
    return headers(http, STAFF_PAGES)
        // A form that is sent says where it comes from; "null" would count as foreign.
        .headers(headers -> headers.referrerPolicy(to -> to.policy(ReferrerPolicy.SAME_ORIGIN)))
        .build();
  }

  /**
   * Tasklist, Cockpit and Admin have their own login, session, protection against forged requests
   * and content policy. Closed here is what they open to everybody: creating an administrator while
   * there is none (CVE-2026-77226).
   */
  @Bean
  @Order(5)
  SecurityFilterChain webapps(HttpSecurity http) throws Exception {
    http.securityMatcher(under("/camunda"))
        .csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .headers(
            headers -> {
              headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
              headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
            })
        .exceptionHandling(
            errors ->
                errors.authenticationEntryPoint(refusals::forbid).accessDeniedHandler(refusals))
        .authorizeHttpRequests(
            requests ->
                requests.requestMatchers(firstAdministrator()).denyAll().anyRequest().permitAll());
    return http.build();
  }

  /** The API's description, where it is switched on; trying it out asks for a login. */
  @Bean
  @Order(6)
  SecurityFilterChain description(HttpSecurity http) throws Exception {
    http.securityMatcher(
            "/swagger-ui.html",
            "/swagger-ui/**",
            "/v3/api-docs",
            "/v3/api-docs/**",
            "/v3/api-docs.yaml")
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    return headers(withoutSession(http), OWN_PAGES).build();
  }

  /** All else is closed but the way to the front page. */
  @Bean
  @Order(7)
  SecurityFilterChain rest(HttpSecurity http) throws Exception {
    http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(HttpMethod.GET, "/", "/favicon.ico")
                    .permitAll()
                    .anyRequest()
                    .denyAll())
        .exceptionHandling(
            errors ->
                errors
                    .authenticationEntryPoint(refusals::nothingThere)
                    .accessDeniedHandler(refusals::nothingThere));
    return headers(withoutSession(http), OWN_PAGES).build();
  }

  private HttpSecurity staffLogin(HttpSecurity http, String contentPolicy) throws Exception {
    http.authenticationProvider(staff)
        .httpBasic(basic -> basic.authenticationEntryPoint(refusals))
        .exceptionHandling(
            errors -> errors.authenticationEntryPoint(refusals).accessDeniedHandler(refusals));
    return headers(http, contentPolicy);
  }

  /**
   * No session is made, so no cookie needs protection; foreign pages are refused separately. Nor is
   * a web application's session given another id: its page would be logged out by its own requests
   * that are still under way.
   */
  private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions ->
                sessions
                    .sessionCreationPolicy(SessionCreationPolicy.STATELESS)
                    .sessionFixation(SessionManagementConfigurer.SessionFixationConfigurer::none));
  }

  /** Beside these, Spring Security adds nosniff, no-store, frame denial and HSTS over TLS. */
  private static HttpSecurity headers(HttpSecurity http, String contentPolicy) throws Exception {
    return http.headers(
        headers -> {
          headers.contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy));
          headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
        });
  }

  /**
   * Spring's own matchers leave out the path that a servlet is mapped to, and the engine's are
   * mapped to theirs. A path that is written in another way belongs to no chain but the last.
   */
  private static RequestMatcher under(String path) {
    return request -> {
      String uri = request.getRequestURI().substring(request.getContextPath().length());
      return uri.equals(path) || uri.startsWith(path + "/");
    };
  }

  /**
   * Compares the path as the container understood it: decoded, without {@code ..} and {@code ;}.
   */
  private static RequestMatcher firstAdministrator() {
    return request -> pathOf(request).matches("/camunda/api/(.*/)?setup(/.*)?");
  }

  private static String pathOf(HttpServletRequest request) {
    String info = request.getPathInfo() == null ? "" : request.getPathInfo();
    return (request.getServletPath() + info).toLowerCase(Locale.ROOT);
  }
}
