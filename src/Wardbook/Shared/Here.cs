using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Wardbook.Shared;

/// <summary>The page one is on: links to it seen another way, and ids that nothing else on it has.</summary>
public static class Here
{
    /// <summary>An id for an element that others point at; the same page has the same ones each time.</summary>
    public static string NewId(HttpContext context, string kind)
    {
        var key = "Wardbook.Ids." + kind;
        var number = context.Items[key] is int last ? last + 1 : 1;
        context.Items[key] = number;
        return $"{kind}-{number}";
    }

    /// <summary>Which page of a long list is asked for, from 1. What is no number is the first. (The framework keeps the name "page" for itself.)</summary>
    public static int Page(HttpRequest request) =>
        int.TryParse(request.Query["page"].FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;

    /// <summary>The query of this request with one value put in, replaced or, when <see langword="null"/>, left out.</summary>
    /// <param name="without">A value that no longer means anything, such as the page number once the order changes.</param>
    public static string With(HttpRequest request, string name, string? value, string? without = null)
    {
        var query = new QueryBuilder();
        foreach (var (key, values) in request.Query)
        {
            if (key != name && key != without)
            {
                query.Add(key, values.OfType<string>());
            }
        }

        if (value is not null)
        {
            query.Add(name, value);
        }

        var text = query.ToQueryString().Value;
        return string.IsNullOrEmpty(text) ? request.PathBase + request.Path : text;
    }
}
