using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PrivacyAnalyzers.Model;

/// <summary>
/// Whether a program or what it refers to declares types by whose names rules are gated. Each rule asks in each compilation, and the compiler
/// would look through hundreds of assemblies for each name.
/// </summary>
internal static class KnownTypes
{
    public const string DataClassification = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";
    public const string IdentityPersonalData = "Microsoft.AspNetCore.Identity.PersonalDataAttribute";
    public const string DbContext = "Microsoft.EntityFrameworkCore.DbContext";
    public const string RelationalDatabase = "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions";
    public const string VerifiedRequest = "PrivacyAnalyzers.VerifiedRequest`1";
    public const string ErasureReceipt = "PrivacyAnalyzers.ErasureReceipt";

    private static readonly string[] Names =
    [
        DataClassification,
        IdentityPersonalData,
        DbContext,
        RelationalDatabase,
        VerifiedRequest,
        ErasureReceipt,
        .. new[] { "DataSubjectAttribute", "IdentifierAttribute", "RetentionAttribute", "RecipientAttribute", "SignUpAttribute", "AutomatedDecisionAttribute" }.Select(PrivacyAttributes.MetadataName),
    ];

    private static readonly PerAssembly<bool[]> Declared = new(static assembly => Array.ConvertAll(Names, name => assembly.GetTypeByMetadataName(name) is not null));
    private static readonly ConditionalWeakTable<Compilation, bool[]> Known = new();

    /// <param name="compilation">Asked about once.</param>
    /// <param name="name">One of the names above, or an attribute's full name.</param>
    /// <exception cref="ArgumentException">Nobody said before that the name would be asked for.</exception>
    public static bool Has(Compilation compilation, string name)
    {
        int index = Array.IndexOf(Names, name);
        return index >= 0 ? Known.GetValue(compilation, Find)[index] : throw new ArgumentException(name, nameof(name));
    }

    private static bool[] Find(Compilation compilation)
    {
        var has = new bool[Names.Length];
        foreach (bool[] declared in Declared.Of(compilation))
        {
            for (int i = 0; i < has.Length; i++)
                has[i] |= declared[i];
        }

        return has;
    }
}
