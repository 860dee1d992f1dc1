using PrivacyAnalyzers.Model;
using PrivacyAnalyzers.Model.Subjects;

namespace PrivacyAnalyzers.Generation.Export;

/// <summary>Writes the statements that rid an object in memory of its personal data.</summary>
/// <param name="writer">Where to.</param>
/// <param name="isCleared">What goes.</param>
/// <param name="assign">Writes one replacement.</param>
internal sealed class ObjectClearing(CodeWriter writer, Func<MemberModel, bool> isCleared, ObjectClearing.Assign assign)
{
    /// <param name="type">The C# type of what is replaced.</param>
    /// <param name="access">What is replaced.</param>
    /// <param name="value">What takes its place.</param>
    /// <param name="isSequence">An array or collection of values.</param>
    public delegate void Assign(string type, string access, string value, bool isSequence);

    public static void Write(CodeWriter writer, EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, string target, Func<MemberModel, bool> isCleared, Assign assign) =>
        new ObjectClearing(writer, isCleared, assign).Write(members, components, target, "");

    private void Write(EquatableArray<MemberModel> members, EquatableArray<ComponentModel> components, string target, string suffix)
    {
        foreach (MemberModel member in members.Where(isCleared))
            assign(member.Type, $"{target}.{member.Identifier}", Anonymization.Replacement(member)!, member is { Shape.IsSequence: true, IsNullable: false, AnonymizeWith: null });
        foreach (ComponentModel component in components.Where(component => StoredCollection.Classified(component).Any(isCleared)))
        {
            string read = $"{target}.{component.Identifier}";
            string held = $"held{suffix}_{component.Name}";
            if (Anonymization.CanDrop(component, isCleared))
            {
                assign(component.MemberType, read, component.IsNullable ? "null" : "default", false);
                continue;
            }

            using (writer.Braces($"if ({read} is {{ }} {held})"))
            {
                if (!component.IsCollection)
                {
                    Write(component.Members, component.Components, held, suffix + "_" + component.Name);
                    continue;
                }

                using (writer.Braces($"foreach (var item{suffix} in {held})"))
                    Write(component.Members, component.Components, "item" + suffix, suffix + "_" + component.Name);
            }
        }
    }
}
