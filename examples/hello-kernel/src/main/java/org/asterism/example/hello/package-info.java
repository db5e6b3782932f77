/** The smallest kernel that runs a program: {@link org.asterism.example.hello.HelloKernel} over OSTD, and nothing else. */
package org.asterism.example.hello;
