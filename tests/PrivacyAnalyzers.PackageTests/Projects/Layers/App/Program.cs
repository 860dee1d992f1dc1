using Models;

var customer = new Customer { Email = "ada@example.com" };
System.Diagnostics.Trace.WriteLine(customer.Email); // expect: warning PRIV1001
