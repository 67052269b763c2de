package org.aftercare.returns;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.aftercare.systems.Orders;
import org.aftercare.systems.Orders.Sales;
import org.aftercare.systems.SystemUnavailableException;
import org.springframework.stereotype.Component;

/**
 * The shares of returns by product. What came back we have counted ourselves, what was sold the
 * orders tell.
 */
@Component
class ReturnStatistics {

  private final ReturnedUnits returned;
  private final Orders orders;

  ReturnStatistics(ReturnedUnits returned, Orders orders) {
    this.returned = returned;
    this.orders = orders;
  }

  /**
   * The share of each product that was sold or came back in a period, by the product's name: a
   * product has a number of its own in every country, and one name.
   *
   * @param until the last day
   * @throws org.aftercare.systems.SystemUnavailableException if the orders do not answer, or not as
   *     agreed
   */
  Map<String, ReturnShare> byProduct(LocalDate from, LocalDate until) {
    Map<String, ReturnShare> shares = new TreeMap<>();
    Map<String, String> names = new HashMap<>();
    Sales sales;
    int page = 0;
    do {
      sales = orders.sales(from, until, page);
      page++;
      if (sales.more()
          && sales.products().stream().allMatch(sold -> names.containsKey(sold.sku()))) {
        // A page that stands still would be read for ever.
        throw new SystemUnavailableException(
            "orders", "a page of sales brings nothing new, and is not the last", null);
      }
      sales
          .products()
          .forEach(
              sold -> {
                names.put(sold.sku(), sold.product());
                shares.merge(sold.product(), new ReturnShare(0, sold.units()), ReturnShare::plus);
              });
    } while (sales.more());
    returned
        .between(from, until)
        .forEach(
            back ->
                shares.merge(
                    // A product that was renamed since counts under its new name.
                    names.getOrDefault(back.sku(), back.product()),
                    new ReturnShare(back.units(), 0),
                    ReturnShare::plus));
    return shares;
  }
}
