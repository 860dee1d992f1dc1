using Models;

var customer = new Customer { Email = args[0] };
System.Diagnostics.Trace.WriteLine(customer.Email); // expect: warning PRIV1001
