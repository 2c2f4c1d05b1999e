/** The operators' doors. */
@NullMarked
package dev.surveyor.pipeline.web;

import org.jspecify.annotations.NullMarked;
