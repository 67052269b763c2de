package org.aftercare.api;

/**
 * What is wrong with one part of a request.
 *
 * @param field JSON pointer into the body such as {@code /product/serialNumber}, or the name of a
 *     query parameter or header
 * @param detail what is wrong
 * @param remedy what to send instead
 */
public record FieldProblem(String field, String detail, String remedy) {}
