// Substring, Trim, ToUpper, Replace, Split and their kin

// case: trimmed and cased
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string email = customer.Email.Trim().ToUpperInvariant();
        logger.LogInformation("{Email}", {|PRIV1001:email|});
    }
}

// case: substring and range
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{Start}", {|PRIV1001:customer.Email.Substring(0, 5)|});
        logger.LogInformation("{Rest}", {|PRIV1001:customer.Email[1..]|});
    }
}

// case: split
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string user = customer.Email.Split('@')[0];
        logger.LogInformation("{User}", {|PRIV1001:user|});
        string[] names = customer.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        logger.LogInformation("{Last}", {|PRIV1001:names[^1]|});
    }
}

// case: replaced
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string safe = customer.Email.Replace("@", " at ").Replace('.', '_');
        logger.LogInformation("{Email}", {|PRIV1001:safe|});
    }
}

// case: replaced into a template
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string letter = "Dear #, welcome".Replace("#", customer.Name);
        logger.LogInformation("{Letter}", {|PRIV1001:letter|});
    }
}

// case: padded, removed, inserted
class C
{
    void M(Customer customer)
    {
        Console.WriteLine({|PRIV1004:customer.Name.PadLeft(20)|});
        Console.WriteLine({|PRIV1004:customer.Name.Remove(3)|});
        Console.WriteLine({|PRIV1004:"to: ".Insert(4, customer.Email)|});
    }
}

// case: regular expressions
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string one = System.Text.RegularExpressions.Regex.Replace(customer.Email, "\\+.*@", "@");
        var match = System.Text.RegularExpressions.Regex.Match(customer.Email, "^(.*)@");
        logger.LogInformation("{One} {Group}", {|PRIV1001:one|}, {|PRIV1001:match.Groups[1].Value|});
    }
}

// case: normalised, interned, cloned, copied
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string text = string.Intern(customer.Name.Normalize());
        object copy = text.Clone();
        logger.LogInformation("{Copy}", {|PRIV1001:copy|});
    }
}

// case: the part before the sign
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int at = customer.Email.IndexOf('@');
        string user = at < 0 ? customer.Email : customer.Email[..at];
        logger.LogInformation("{User}", {|PRIV1001:user|});
    }
}

// case: only its numbers and answers
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        int at = customer.Email.IndexOf('@');
        bool own = customer.Email.EndsWith("@example.com", StringComparison.OrdinalIgnoreCase);
        int words = customer.Name.Split(' ').Length;
        logger.LogInformation("{At} {Own} {Words} {Same}", at, own, words, string.Equals(customer.Name, customer.Email));
    }
}

// case: a harmless string cut by a personal length
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        string bar = new string('=', customer.Name.Length);
        string dots = "................................".Substring(0, customer.Name.Length);
        logger.LogInformation("{Bar}{Dots}", bar, dots);
    }
}

// case: sought and not found
class C(ILogger<C> logger)
{
    void M(Customer customer, string line)
    {
        string rest = line.Replace(customer.Email, "<customer>");
        logger.LogInformation("{Line}", rest);
    }
}

// case: title case and line endings
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        logger.LogInformation("{A}", {|PRIV1001:System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToTitleCase(customer.Name)|});
        logger.LogInformation("{B}", {|PRIV1001:customer.Name.ReplaceLineEndings(" ")|});
        logger.LogInformation("{C}", {|PRIV1001:customer.Name.ToString(System.Globalization.CultureInfo.InvariantCulture)|});
    }
}

// case: split by an expression
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        foreach (string part in System.Text.RegularExpressions.Regex.Split(customer.Name, "\\s+"))
            logger.LogInformation("{Part}", {|PRIV1001:part|});
    }
}

// case: matches
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        foreach (System.Text.RegularExpressions.Match match in System.Text.RegularExpressions.Regex.Matches(customer.Email, "\\w+"))
            logger.LogInformation("{Match}", {|PRIV1001:match.Value|});
    }
}

// case: parsed to a number
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        long digits = long.Parse(customer.Phone!);
        logger.LogInformation("{Digits}", digits);
    }
}

// case: matched or not
class C(ILogger<C> logger)
{
    void M(Customer customer)
    {
        bool matches = System.Text.RegularExpressions.Regex.IsMatch(customer.Email, "@");
        int count = System.Text.RegularExpressions.Regex.Matches(customer.Email, "\\w+").Count;
        int order = string.CompareOrdinal(customer.Name, "x");
        logger.LogInformation("{Matches} {Count} {Order}", matches, count, order);
    }
}
